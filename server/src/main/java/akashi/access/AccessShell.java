package akashi.access;

import akashi.organization.Organization;
import akashi.web.NavItem;
import akashi.web.NavSource;
import akashi.web.Viewer;
import akashi.web.Viewers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the shell who is looking, and what of this module they may visit. */
@Component
class AccessShell implements Viewers, NavSource {
    private static final int RIGHTS = 80;

    private final Askers askers;
    private final AccessGate gate;
    private final Organization organization;

    AccessShell(Askers askers, AccessGate gate, Organization organization) {
        this.askers = askers;
        this.gate = gate;
        this.organization = organization;
    }

    @Override
    public Optional<Viewer> of(HttpServletRequest request, Locale language) {
        return askers.of(request).map(asker -> viewer(asker, language));
    }

    @Override
    public List<NavItem> nav(HttpServletRequest request) {
        return askers.of(request)
                .filter(asker -> gate.open(asker, "RIGHTS"))
                .map(_ -> List.of(new NavItem("/rights", "access.nav", RIGHTS)))
                .orElse(List.of());
    }

    private Viewer viewer(Asker asker, Locale language) {
        var title = asker.post().title(language);
        var rank = language.getLanguage().equals("ja") ? asker.person().rank().beforeName(language) : "";
        return new Viewer(
                asker.staffNumber(),
                asker.person().name(language),
                rank.isEmpty() || rank.equals(title) ? title : title + " " + rank,
                organization.roster().fullName(asker.unit(), language),
                asker.device().number(),
                asker.person().sample());
    }
}
