"""What the sentence tells of a number: claim or excluded, its unit, change, rate, period, subject, modality."""
