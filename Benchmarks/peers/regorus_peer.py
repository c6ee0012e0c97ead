"""regorus, an engine of Rego in Rust, by its virtual machine: the policy is compiled once to a program."""

import json

import regorus

import rego
from world import World

NAME = "Rego (regorus, virtual machine)"
PACKAGES = ["gordon-to-regorus"]


def machine(policy, data):
    program = regorus.Program.compile_from_modules(data, [("hospital.rego", policy)], [rego.QUERY])
    machine = regorus.Rvm()
    machine.load_program(program)
    machine.set_data_json(data)
    return machine


class Peer:
    def __init__(self, world: World):
        self.machine = machine(rego.POLICY, json.dumps(rego.data(world)))
        self.nothing = machine(rego.NOTHING, "{}")
        self.inputs = rego.inputs(world)

    def run(self, machine):
        answers = []
        for text in self.inputs:
            machine.set_input_json(text)
            answers.append(machine.execute())
        return answers

    def ask(self):
        return [answer == "true" for answer in self.run(self.machine)]

    def ask_nothing(self):
        """The same inputs before a policy that says yes."""
        self.run(self.nothing)
