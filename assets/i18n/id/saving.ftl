## saving
