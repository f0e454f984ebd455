-- A scheduled job is run by the replica that holds its lease.
CREATE TABLE job_lease (
  job          text PRIMARY KEY,
  owner        text NOT NULL,
  leased_until timestamptz NOT NULL
);
