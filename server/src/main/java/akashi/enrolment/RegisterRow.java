package akashi.enrolment;

import akashi.account.AccountState;

/**
 * A person in the register of accounts.
 *
 * @param post title of the post held
 */
record RegisterRow(String staffNumber, String name, String post, String unit, AccountState state) {}
