"""How the evaluation stops when something outside it is wrong."""

USAGE, DATA, PROGRAM = 2, 4, 5


class Failure(Exception):
    """One clear message, and the exit code it ends with."""

    def __init__(self, message, code=DATA):
        super().__init__(message)
        self.code = code
