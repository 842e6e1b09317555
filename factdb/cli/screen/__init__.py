"""The full screen of `factdb review`: pure drawing of a state, and the application that passes keys on."""
