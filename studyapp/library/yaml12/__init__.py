"""The guarded reader: YAML 1.2 from the events of libyaml, with limits on everything."""
