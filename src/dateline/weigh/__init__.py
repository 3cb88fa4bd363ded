"""Claims into events, contradictions, agreements and commitments."""
