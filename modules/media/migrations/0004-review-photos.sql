-- What a file was uploaded for: to have it here, or to show it with a review. Who owns the review decides about that one,
-- and it is never reached as a file.
ALTER TABLE media.files ADD COLUMN purpose text NOT NULL DEFAULT 'own' CHECK (purpose IN ('own', 'review'));
