"""Checks: findings, policy and formats."""
