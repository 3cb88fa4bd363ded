"""The record into files, one writer a format."""
