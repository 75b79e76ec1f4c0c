-- Reviews in any status in the order of their time, as moderators see them.
CREATE INDEX reviews_in_time ON reviews.reviews (created_at DESC, id DESC);
