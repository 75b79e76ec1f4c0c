-- Photos of reviews that were published while they waited for the scanner: no moderator has seen them.
UPDATE media.files SET visibility = 'private' WHERE purpose = 'review' AND status = 'quarantined' AND visibility = 'public';
