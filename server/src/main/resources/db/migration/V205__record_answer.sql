-- What an existence answer shows stands with the record itself while it answers, so that a hit reads one row instead of two: at a
-- nation's size most of them come from the disk (ADR 0013). When another version answers, what the last one showed goes to that
-- version, so that a question can be repeated as of any past instant.
alter table record
    add column answer_state text,
    add column answer_since timestamptz,
    add column answer jsonb check (octet_length(answer::text) <= 4000);

comment on column record.answer_state is 'state of the version that answers; null while none does';
comment on column record.answer_since is 'when the version that answers was written; null while none does';
comment on column record.answer is 'what it shows: discriminators and cautions, never the whole content; null while none answers';
comment on column record_version.summary is 'what this version showed while it answered, once another answers';

update record r
   set answer_state = v.state, answer_since = v.changed_at, answer = v.summary
  from record_version v
 where v.record_id = r.id and v.version = r.answer_version;

update record_version v
   set summary = null
  from record r
 where r.id = v.record_id and r.answer_version = v.version and v.summary is not null;
