-- How the shop's security was on each day, so that the page can say where it is going. One row a day, the last look at it.
CREATE TABLE monitoring.scores (
  day date PRIMARY KEY,
  score int NOT NULL CHECK (score BETWEEN 0 AND 100)
);
