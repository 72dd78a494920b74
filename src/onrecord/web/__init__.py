"""Pages over the store: `onrecord serve`. On 127.0.0.1, without the network."""
