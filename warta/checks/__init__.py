"""What a post says, checked as an editor would: dates, anniversaries, people, titles, spelling."""
