-- What an operator's staff arrange by hand on the chart.

-- Nothing may move a pinned stay: a guest who has the key, or somebody wanted it so. A block needs no pin.
alter table hold add pinned boolean not null default false;

-- Who of an operator's staff did it, by the sign-in's own code; absent where a service did.
alter table hold_change add actor text;
