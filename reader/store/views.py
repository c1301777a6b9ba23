"""Views for reading a library by hand, in Datasette or with `reader sql`; part of the schema."""

VIEWS = """
CREATE VIEW quotes_view AS
  SELECT quotes.id AS id, articles.id AS article_id, articles.title AS article, outlet, published, language,
    url,
    coalesce(sources.name, nullif(resolved_speaker, ''), spoken_by) AS speaker,
    coalesce(nullif(sources.role, ''), speaker_role) AS role,
    coalesce(nullif(sources.affiliation, ''), speaker_affiliation) AS affiliation,
    coalesce(nullif(sources.kind, ''), speaker_kind) AS kind,
    coalesce(confidentiality, 'on record') AS confidentiality,
    type, medium, quotes.words AS words, status, verification, authorisation, confidence, origin,
    (SELECT group_concat(name, ', ') FROM taggings JOIN tags ON tags.id = tag_id
      WHERE quote_id = quotes.id) AS tags,
    start_at AS start, end_at AS "end"
  FROM quotes JOIN articles ON articles.id = quotes.article_id LEFT JOIN sources ON sources.id = source_id
  WHERE trashed = '';
CREATE VIEW balance_view AS
  SELECT speaker, kind, affiliation, outlet, substr(published, 1, 7) AS month,
    count(*) AS quotes, sum(type = 'Direct') AS direct, count(DISTINCT article_id) AS articles,
    sum(length(words) - length(replace(words, ' ', '')) + 1) AS words
  FROM quotes_view WHERE status <> 'rejected' GROUP BY 1, 2, 3, 4, 5;
CREATE VIEW spans_view AS
  SELECT quotes.id AS quote_id, article_id, 'quote' AS part, json_extract(value, '$[0]') AS start,
    json_extract(value, '$[1]') AS "end" FROM quotes, json_each(spans)
  UNION ALL SELECT quotes.id, article_id, 'speaker', json_extract(value, '$[0]'), json_extract(value, '$[1]')
    FROM quotes, json_each(nullif(speaker, ''))
  UNION ALL SELECT quotes.id, article_id, 'cue', json_extract(value, '$[0]'), json_extract(value, '$[1]')
    FROM quotes, json_each(nullif(cue, ''))
  UNION ALL SELECT quotes.id, article_id, 'addressee', json_extract(value, '$[0]'),
    json_extract(value, '$[1]')
    FROM quotes, json_each(nullif(addressee, ''))
  UNION ALL SELECT quotes.id, article_id, 'frame', json_extract(value, '$[0]'), json_extract(value, '$[1]')
    FROM quotes, json_each(nullif(frame, ''));
CREATE VIEW journal_view AS
  SELECT journal_changes.id AS id, at, actor, label, kind, table_name, row_id, subject, before, after
  FROM journal_steps JOIN journal_changes ON step_id = coalesce(target, journal_steps.id)
"""

VIEWS_WITH_UNDECIDED = """
DROP VIEW quotes_view;
CREATE VIEW quotes_view AS
  SELECT quotes.id AS id, articles.id AS article_id, articles.title AS article, outlet, published, language,
    url,
    CASE WHEN quotes.status = 'accepted' AND speaker_basis = 'carried' AND source_id IS NULL THEN 'undecided'
      ELSE coalesce(sources.name, nullif(resolved_speaker, ''), spoken_by) END AS speaker,
    coalesce(nullif(sources.role, ''), speaker_role) AS role,
    coalesce(nullif(sources.affiliation, ''), speaker_affiliation) AS affiliation,
    coalesce(nullif(sources.kind, ''), speaker_kind) AS kind,
    coalesce(confidentiality, 'on record') AS confidentiality,
    type, medium, quotes.words AS words, status, verification, authorisation, confidence,
    CASE WHEN source_id IS NULL THEN speaker_basis ELSE 'person' END AS speaker_basis, speaker_confidence,
    origin,
    (SELECT group_concat(name, ', ') FROM taggings JOIN tags ON tags.id = tag_id
      WHERE quote_id = quotes.id) AS tags,
    start_at AS start, end_at AS "end"
  FROM quotes JOIN articles ON articles.id = quotes.article_id LEFT JOIN sources ON sources.id = source_id
  WHERE trashed = ''
"""
"""The view of quotes, with what their speakers rest on; a speaker who is undecided counts for nobody."""

VIEWS_WITH_USE = """
CREATE VIEW quotes_view AS
  SELECT quotes.id AS id, articles.id AS article_id, articles.title AS article, outlet, published, language,
    url,
    CASE WHEN quotes.status = 'accepted' AND speaker_basis = 'carried' AND source_id IS NULL THEN 'undecided'
      ELSE coalesce(sources.name, nullif(resolved_speaker, ''), spoken_by) END AS speaker,
    coalesce(nullif(sources.role, ''), speaker_role) AS role,
    coalesce(nullif(sources.affiliation, ''), speaker_affiliation) AS affiliation,
    coalesce(nullif(sources.kind, ''), speaker_kind) AS kind,
    coalesce(nullif(quotes.use, ''), sources.use, 'on record') AS use,
    coalesce(identity_protected, 0) AS identity_protected,
    type, medium, quotes.words AS words, status, verification, authorisation, confidence,
    CASE WHEN source_id IS NULL THEN speaker_basis ELSE 'person' END AS speaker_basis, speaker_confidence,
    origin,
    (SELECT group_concat(name, ', ') FROM taggings JOIN tags ON tags.id = tag_id
      WHERE quote_id = quotes.id) AS tags,
    start_at AS start, end_at AS "end"
  FROM quotes JOIN articles ON articles.id = quotes.article_id LEFT JOIN sources ON sources.id = source_id
  WHERE trashed = '';
CREATE VIEW balance_view AS
  SELECT speaker, kind, affiliation, outlet, substr(published, 1, 7) AS month,
    count(*) AS quotes, sum(type = 'Direct') AS direct, count(DISTINCT article_id) AS articles,
    sum(length(words) - length(replace(words, ' ', '')) + 1) AS words
  FROM quotes_view WHERE status <> 'rejected' GROUP BY 1, 2, 3, 4, 5
"""
"""Two of the views again, with how a quote may be used."""
