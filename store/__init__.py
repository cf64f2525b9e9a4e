"""Where records live: the contract, the JSON store, its journal and migrations."""
