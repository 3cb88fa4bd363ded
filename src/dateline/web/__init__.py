"""The record as pages on one machine: overview, event, report, ledger, review, and why."""
