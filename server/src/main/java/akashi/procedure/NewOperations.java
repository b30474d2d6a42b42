package akashi.procedure;

import akashi.definition.Label;
import akashi.notice.ProposedOperations;
import akashi.operation.Definition;
import akashi.operation.Drafts;
import akashi.operation.Operations;
import akashi.organization.PostClass;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The operations that were proposed and that the register does not have, in memory; a node sees its own changes with
 * the next question, others' within seconds.
 */
@Component
class NewOperations implements ProposedOperations {
    private static final Logger LOG = LoggerFactory.getLogger(NewOperations.class);

    private final ProposalSql sql;
    private final Drafts drafts;
    private final Operations operations;

    /** What definitions say, by their hash: it never changes. */
    private final Map<String, Said> read = new ConcurrentHashMap<>();

    /** Replaced as a whole under this object's lock; read without. */
    private volatile @Nullable Held held;

    private record Held(ProposalSql.Mark mark, List<Proposed> proposed) {}

    private record Said(Label name, Set<PostClass> posts) {}

    NewOperations(ProposalSql sql, Drafts drafts, Operations operations) {
        this.sql = sql;
        this.drafts = drafts;
        this.operations = operations;
    }

    @Override
    public List<Proposed> proposed() {
        var known = held;
        return known == null ? changed() : known.proposed();
    }

    synchronized void stale() {
        held = null;
    }

    @Scheduled(fixedDelay = 5000, initialDelay = 5000)
    void look() {
        try {
            var _ = changed();
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("The proposed operations could not be read again; the last state known stays", e);
        }
    }

    private synchronized List<Proposed> changed() {
        var known = held;
        var mark = sql.mark();
        if (known == null || !known.mark().equals(mark)) {
            known = new Held(
                    mark,
                    sql.founding().stream()
                            .filter(proposal ->
                                    operations.history(proposal.operation()).isEmpty())
                            .map(this::proposed)
                            .toList());
            held = known;
        }
        return known.proposed();
    }

    private Proposed proposed(Proposal proposal) {
        var said = said(proposal);
        boolean decided = proposal.stage() instanceof Stage.Open stage && stage.compareTo(Stage.Open.DECIDED) >= 0;
        return new Proposed(
                proposal.operation(),
                said.name(),
                proposal.section(),
                decided ? said.posts() : Set.of(),
                "/procedures/" + proposal.number(),
                proposal.open());
    }

    /** A definition that would be refused today, because others were decided since, is known by its code only. */
    private Said said(Proposal proposal) {
        var hash = proposal.content().hash();
        var known = read.get(hash);
        var yaml = proposal.content().yaml();
        if (known == null && yaml != null && drafts.check(yaml, null) instanceof Drafts.Checked.Sound(var draft)) {
            known = new Said(draft.definition().name(), posts(draft.definition()));
            var _ = read.put(hash, known);
        }
        var code = proposal.operation().value();
        return known == null ? new Said(new Label(code, code), Set.of()) : known;
    }

    private static Set<PostClass> posts(Definition definition) {
        return definition.usage().eligibility().stream()
                .flatMap(row -> row.posts().stream())
                .collect(Collectors.toSet());
    }
}
