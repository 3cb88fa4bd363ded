"""The record into pages."""
