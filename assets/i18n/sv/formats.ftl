## formats
