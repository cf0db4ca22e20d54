-- What a replay gives of consent has changed, so that states kept from before are made anew.
delete from snapshots;

-- A later word waits for an editor in every dossier, also in those that publish what an engine found unread.
update records as r set review = 'waiting'
where kind = 'later-word' and review = 'published' and engine is not null and not exists (
  select 1 from events as e where e.dossier = r.dossier and e.type = 'record-reviewed'
    and e.event::json -> 'what' ->> 'kind' = 'later-word' and e.event::json -> 'what' ->> 'id' = r.id
);
