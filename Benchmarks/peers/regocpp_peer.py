"""rego-cpp, an engine of Rego in C++, by a bundle: the policy is compiled once to a plan."""

from regopy import Interpreter

import rego
from world import World

NAME = "Rego (rego-cpp, bundle)"
PACKAGES = ["regopy"]
MOST_REQUESTS = 100
ENTRY = "hospital/allow"


def interpreter(policy, data):
    interpreter = Interpreter()
    interpreter.add_data(data)
    interpreter.add_module("hospital.rego", policy)
    return interpreter, interpreter.build(None, [ENTRY])


class Peer:
    def __init__(self, world: World):
        self.engine = interpreter(rego.POLICY, rego.data(world))
        self.nothing = interpreter(rego.NOTHING, {})
        self.inputs = rego.inputs(world)

    def run(self, engine):
        interpreter, bundle = engine
        answers = []
        for text in self.inputs:
            interpreter.set_input_term(text)
            answers.append(interpreter.query_bundle_entrypoint(bundle, ENTRY))
        return answers

    def ask(self):
        return [str(answer) == '{"expressions":[true]}' for answer in self.run(self.engine)]

    def ask_nothing(self):
        """The same inputs before a policy that says yes."""
        self.run(self.nothing)
