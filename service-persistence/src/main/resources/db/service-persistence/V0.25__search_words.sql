-- The words of up to three texts, as a search finds them: in small letters, without punctuation. WHY not the bare parser of
-- PostgreSQL: it takes a/b for a path, a.b for a host and -5 for a number, whose parts nobody would find.
CREATE FUNCTION search_words(first text, second text DEFAULT '', third text DEFAULT '') RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT to_tsvector('simple', translate(
    coalesce(first, '') || ' ' || coalesce(second, '') || ' ' || coalesce(third, ''),
    '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~',
    '                                '))
$$;
