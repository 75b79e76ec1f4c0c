-- Whether a picture was rendered as AVIF too, or cannot be: pictures of earlier versions are there as WebP alone until a
-- schedule has come by. Avatars stay so.
ALTER TABLE media.pictures ADD COLUMN avif_done boolean NOT NULL DEFAULT false;

CREATE INDEX pictures_without_avif ON media.pictures (id) WHERE NOT avif_done AND avatar_of IS NULL;
