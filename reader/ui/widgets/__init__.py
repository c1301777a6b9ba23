"""The widgets: data comes down by reactive, facts go up as messages; none of them fetches."""
