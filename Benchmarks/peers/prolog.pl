% The question as Prolog asks it. The facts stand in a file of their own.

:- initialization(true).

allowed(Who, Action, Item) :-
    staff(Who, Role, Unit),
    item(Item, Class, Author, Patient),
    permits(Role, Action, Class),
    inside(Role, Who, Author, Item),
    related(Role, Who, Unit, Patient),
    !.

% Of every mark, the person is inside the circle.
inside(_, Who, Who, _) :- !.
inside(Role, _, _, Item) :- \+ ( marked(Item, Mark), \+ opens(Role, Mark) ).

related(Role, Who, Unit, Patient) :-
    now(Now),
    (   unit_tie(Role, Kind, Before, After),
        link(Patient, Kind, At, _, Start, End),
        Now < End + After,
        Start - Before =< Now,
        above(At, Unit)
    ;   staff_tie(Role, Kind, Before, After),
        link(Patient, Kind, _, Who, Start, End),
        Now < End + After,
        Start - Before =< Now
    ).

nothing(_, _, _).

% main(Facts, Answers, Rounds): loads, asks all requests Rounds times, writes the answers to the requests in
% strings, and prints the nanoseconds a decision of each round.
main :-
    current_prolog_flag(argv, [Facts, File, Count]),
    load_files(Facts, [silent(true)]),
    atom_number(Count, Rounds),
    aggregate_all(count, request(_, _, _, _), Requests),
    numlist(1, Rounds, Numbers),
    findall(Way-Times, ( member(Way, [strings, atoms, nothing]), rounds(Way, Requests, Numbers, Times) ), Asked),
    ask(strings, Answers),
    ask(atoms, Answers),
    setup_call_cleanup(
        open(File, write, Out),
        forall(member(Answer, Answers), ( write(Out, Answer), nl(Out) )),
        close(Out)
    ),
    Asked = [strings-Strings, atoms-Atoms, nothing-Nothing],
    format('{"strings": ~w, "atoms": ~w, "nothing": ~w}~n', [Strings, Atoms, Nothing]),
    halt.

rounds(Way, Requests, Numbers, Times) :-
    ask(Way, _),  % makes the indexes
    maplist(round(Way, Requests), Numbers, Times).

round(Way, Requests, _, Each) :-
    get_time(Before),
    ask(Way, _),
    get_time(After),
    Each is (After - Before) * 1000000000 / Requests.

ask(strings, Answers) :-
    findall(
        Answer,
        (   request_text(_, WhoText, ActionText, ItemText),
            atom_string(Who, WhoText),
            atom_string(Action, ActionText),
            atom_string(Item, ItemText),
            ( allowed(Who, Action, Item) -> Answer = yes ; Answer = no )
        ),
        Answers
    ).
ask(atoms, Answers) :-
    findall(
        Answer,
        ( request(_, Who, Action, Item), ( allowed(Who, Action, Item) -> Answer = yes ; Answer = no ) ),
        Answers
    ).
ask(nothing, Answers) :-
    findall(
        Answer,
        ( request(_, Who, Action, Item), ( nothing(Who, Action, Item) -> Answer = yes ; Answer = no ) ),
        Answers
    ).
