-- A request that came on paper (ADR 0015): who asked on it stays the requester, whoever entered it is named and decides nothing.
alter table entitlement_request
    add column paper text check (length(paper) between 2 and 200),
    add column entered_by text,
    add constraint entitlement_request_paper check ((paper is null) = (entered_by is null)),
    add constraint entitlement_request_enterer check (
        entered_by is null
        or (entered_by <> requested_by and not entered_by = any (staff) and (decided_by is null or state = 'WITHDRAWN'
            or decided_by <> entered_by)));
