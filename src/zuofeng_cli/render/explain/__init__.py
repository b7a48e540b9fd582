"""The formats of `explain`: text for a person, json for a machine."""
