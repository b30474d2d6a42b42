package akashi.duty;

import akashi.access.Access;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.organization.Span;
import akashi.usage.Actor;
import akashi.usage.Use;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;

/** Appointments for demonstration (見本): what the rules lay down for posts; some roles stay open, to be seen as gaps. */
@Service
public class SampleDuties {
    private static final LocalDate SINCE = LocalDate.of(2024, 4, 1);

    private final Duties duties;
    private final Organization organization;

    SampleDuties(Duties duties, Organization organization) {
        this.duties = duties;
        this.organization = organization;
    }

    /** Appoints unless somebody beyond the Directive's own is appointed. */
    public void load() {
        if (duties.book().appointed().size() > 1) {
            return;
        }
        for (var role : List.of("OPERATION_MANAGER", "PRIVACY_MANAGER")) {
            appoint(role, new Appointed.Holder.ByClass(PostClass.UNIT_HEAD));
            appoint(role, new Appointed.Holder.ByClass(PostClass.SECTION_HEAD));
        }
        post("SYSTEM_MANAGER", "H153/1");
        post("SECURITY_MANAGER", "H15/1");
    }

    private void post(String role, String code) {
        organization.roster().postByCode(code).ifPresent(post -> appoint(role, new Appointed.Holder.ByPost(post.id())));
    }

    private void appoint(String role, Appointed.Holder holder) {
        var by = Actor.system("demo");
        var one = new Appointed(0, role, holder, null, 0, Span.since(SINCE), "見本の任命規程", by.staffNumber());
        duties.enter(one, by, new Use.Ruling("AK-20", Access.VERSION, true));
    }
}
