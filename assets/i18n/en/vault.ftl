## vault
