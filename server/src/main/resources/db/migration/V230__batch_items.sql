-- A site may let a list ask for up to 10,000 things (AKASHI_BATCH_MOST); the setting is the limit, the table only bounds it.
alter table batch_request drop constraint batch_request_items_check;
alter table batch_request add constraint batch_request_items_check check (items between 1 and 10000);
