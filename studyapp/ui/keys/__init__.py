"""The one key table of the program: bindings and help are made from it.

Every key has a binding id of its own, so that a learner can give one key another place without
touching the others. No key is one that Vietnamese typing (Telex, VNI) rewrites.
"""
