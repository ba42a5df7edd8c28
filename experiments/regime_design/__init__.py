"""Which regime is robustly best, for what one values: a search over the levers of inspection."""
