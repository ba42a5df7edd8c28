"""Calibration: which worlds the published evidence allows, and how little or how much it pins down."""
