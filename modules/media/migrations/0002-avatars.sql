-- Whose avatar a picture is. Such a picture belongs to its person: it goes when another one comes, and with them.
ALTER TABLE media.pictures ADD COLUMN avatar_of uuid;

CREATE INDEX pictures_avatar_of ON media.pictures (avatar_of) WHERE avatar_of IS NOT NULL;
