"""Where everything lies: one store."""
