package akashi.retention;

import org.jspecify.annotations.Nullable;

/** What the forms for holds and erasures post about the entries meant; everything as typed. */
record ScopeForm(
        String kind,
        String through,
        String first,
        String last,
        String operator,
        String operation,
        String record,
        String caseReference) {
    ScopeForm(
            @Nullable String kind,
            @Nullable String through,
            @Nullable String first,
            @Nullable String last,
            @Nullable String operator,
            @Nullable String operation,
            @Nullable String record,
            @Nullable String caseReference) {
        this.kind = typed(kind);
        this.through = typed(through);
        this.first = typed(first);
        this.last = typed(last);
        this.operator = typed(operator);
        this.operation = typed(operation);
        this.record = typed(record);
        this.caseReference = typed(caseReference);
    }

    /**
     * The form as it first stands: with the first of the choices it offers, as people read them. What is past its time
     * is the first where there is any, and an erasure is proposed; else a case, which every hold begins with.
     *
     * @param due whether there is anything past its time that the form offers
     */
    static ScopeForm first(boolean due) {
        var kind = due ? Scope.Kind.RETENTION : Scope.Kind.CASE;
        return new ScopeForm(kind.name(), "", "", "", "", "", "", "");
    }

    boolean is(Scope.Kind other) {
        return other.name().equals(kind);
    }

    private static String typed(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
