"""The places of the program and the dialogs over them."""
