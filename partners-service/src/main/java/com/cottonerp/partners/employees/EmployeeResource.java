package com.cottonerp.partners.employees;

import com.cottonerp.defaults.audit.Audited;
import com.cottonerp.defaults.http.Commands;
import com.cottonerp.defaults.http.Reply;
import com.cottonerp.defaults.paging.Page;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.partners.partner.PartnerAccess;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/partners/{id}/employees")
@Tag(name = "Employees")
public class EmployeeResource {
  private final Commands commands;
  private final PartnerAccess access;
  private final Employees employees;
  private final InviteEmployee inviteEmployee;
  private final MoveEmployee moveEmployee;

  EmployeeResource(
      Commands commands,
      PartnerAccess access,
      Employees employees,
      InviteEmployee inviteEmployee,
      MoveEmployee moveEmployee) {
    this.commands = commands;
    this.access = access;
    this.employees = employees;
    this.inviteEmployee = inviteEmployee;
    this.moveEmployee = moveEmployee;
  }

  @GET
  @RolesAllowed(Permission.PARTNER_READ)
  @WithSession
  @Operation(summary = "Who may act for a partner, the first invited first")
  public Uni<Page<Employee.View>> list(@PathParam("id") UUID id) {
    return access
        .load(id)
        .chain(partner -> employees.of(id))
        .map(found -> Page.whole(found.stream().map(Employee::view).toList()));
  }

  @GET
  @Path("/{employeeId}")
  @RolesAllowed(Permission.PARTNER_READ)
  @WithSession
  @Operation(summary = "One who may act for a partner")
  public Uni<Employee.View> get(
      @PathParam("id") UUID id, @PathParam("employeeId") UUID employeeId) {
    return access
        .load(id)
        .chain(partner -> employees.get(partner.id(), employeeId))
        .map(Employee::view);
  }

  @POST
  @RolesAllowed(Permission.PARTNER_UPDATE)
  @Operation(
      summary = "Invite somebody",
      description =
          "With an e-mail address of a company, up to the partner's limit (2 unless changed); who"
              + " is inactive does not count.")
  @APIResponse(responseCode = "201", description = "The employee")
  @APIResponse(responseCode = "400", description = "employee-limit-reached, partner-inactive")
  @APIResponse(responseCode = "409", description = "employee-known")
  public Uni<RestResponse<Employee.View>> invite(
      @PathParam("id") UUID id, @NotNull @Valid EmployeeBody body) {
    return commands.once(
        body,
        () ->
            access
                .load(id)
                .chain(partner -> inviteEmployee.invite(partner, body))
                .map(
                    employee ->
                        Reply.created(
                            "/api/v1/partners/%s/employees/%s".formatted(id, employee.id),
                            employee.view())));
  }

  @POST
  @Path("/{employeeId}/activation")
  @RolesAllowed(Permission.PARTNER_UPDATE)
  @Operation(
      summary = "Let somebody act for a partner",
      description =
          "Whoever was invited, or was inactive. The body says under which subject (the claim sub)"
              + " the identity provider knows them; it may be left out when it was said before.")
  @APIResponse(
      responseCode = "400",
      description = "employee-status-stays, employee-limit-reached, employee-without-subject")
  @APIResponse(responseCode = "409", description = "user-known")
  public Uni<RestResponse<Employee.View>> activate(
      @PathParam("id") UUID id, @PathParam("employeeId") UUID employeeId, @Valid SubjectBody body) {
    return move(id, employeeId, EmployeeStatus.ACTIVE, body, Arrays.asList(employeeId, body));
  }

  @POST
  @Path("/{employeeId}/deactivation")
  @RolesAllowed(Permission.PARTNER_UPDATE)
  @Operation(
      summary = "Let somebody act no more for now",
      description =
          "Makes room for somebody else. Every service refuses their requests for this partner"
              + " within a minute (403 access-withdrawn), whatever their token says. The body says"
              + " under which subject (the claim sub) the identity provider knows them, where"
              + " nobody has said so yet.")
  @APIResponse(
      responseCode = "400",
      description = "employee-status-stays, employee-without-subject")
  @APIResponse(responseCode = "409", description = "other-subject, user-known")
  public Uni<RestResponse<Employee.View>> deactivate(
      @PathParam("id") UUID id, @PathParam("employeeId") UUID employeeId, @Valid SubjectBody body) {
    EmployeeStatus next = EmployeeStatus.INACTIVE;
    return move(
        id,
        employeeId,
        next,
        body,
        body == null ? List.of(employeeId, next) : List.of(employeeId, next, body));
  }

  private Uni<RestResponse<Employee.View>> move(
      UUID id, UUID employeeId, EmployeeStatus next, SubjectBody body, List<?> content) {
    return commands.once(
        content,
        () ->
            access
                .load(id)
                .chain(partner -> moveEmployee.move(partner, employeeId, next, body))
                .map(employee -> Reply.ok(employee.view())));
  }

  @DELETE
  @Path("/{employeeId}")
  @RolesAllowed(Permission.PARTNER_UPDATE)
  @Operation(
      summary = "Remove somebody",
      description =
          "As a deactivation, for good. Who has acted and whose subject nobody has said is"
              + " deactivated with it first.")
  @APIResponse(responseCode = "204", description = "Removed")
  @APIResponse(responseCode = "400", description = "employee-without-subject")
  public Uni<RestResponse<Void>> remove(
      @PathParam("id") UUID id, @PathParam("employeeId") UUID employeeId) {
    return Audited.transaction(
        () ->
            access
                .load(id)
                .chain(
                    partner -> moveEmployee.move(partner, employeeId, EmployeeStatus.DELETED, null))
                .map(removed -> RestResponse.noContent()));
  }
}
