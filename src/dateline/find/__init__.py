"""Reports into claims: a chain of plain steps, each taking notes and giving richer ones."""
