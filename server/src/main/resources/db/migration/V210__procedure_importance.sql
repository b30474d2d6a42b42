-- Whether a proposal is specially important is answered by rules; who holds otherwise says why, and it is kept with the answer (ADR 14).
alter table procedure_answer add column why text not null default '' check (length(why) <= 2000);
