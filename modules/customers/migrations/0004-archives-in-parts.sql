-- Archives are sealed part by part from now on. A larger one from before cannot be opened so; it may be asked for again.
UPDATE customers.exports SET status = 'failed', archive = NULL WHERE status = 'ready' AND size > 1048576;
