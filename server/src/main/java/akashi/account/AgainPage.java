package akashi.account;

import akashi.web.Page;

/** Signed in again: the form that was kept, ready to be sent by its owner. */
record AgainPage(KeptForm form, int status) implements Page {
    @Override
    public String template() {
        return "account/again";
    }

    @Override
    public String title() {
        return "account.again.title";
    }
}
