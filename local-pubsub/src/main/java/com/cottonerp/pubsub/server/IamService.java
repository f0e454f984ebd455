package com.cottonerp.pubsub.server;

import com.google.iam.v1.GetIamPolicyRequest;
import com.google.iam.v1.Policy;
import com.google.iam.v1.SetIamPolicyRequest;
import com.google.iam.v1.TestIamPermissionsRequest;
import com.google.iam.v1.TestIamPermissionsResponse;
import com.google.protobuf.Message;
import io.grpc.BindableService;
import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ServerCalls;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * {@code google.iam.v1.IAMPolicy}: grants every permission on every existing resource. A policy is
 * stored until the server ends, and has no effect.
 */
final class IamService implements BindableService {
  private static final String SERVICE = "google.iam.v1.IAMPolicy";

  private final Map<String, Policy> policies = new HashMap<>();
  private final Predicate<String> exists;

  /**
   * @param exists whether a resource of that name exists
   */
  IamService(Predicate<String> exists) {
    this.exists = exists;
  }

  @Override
  public ServerServiceDefinition bindService() {
    ServerServiceDefinition.Builder service = ServerServiceDefinition.builder(SERVICE);
    add(
        service,
        "TestIamPermissions",
        TestIamPermissionsRequest.getDefaultInstance(),
        TestIamPermissionsResponse.getDefaultInstance(),
        this::test);
    add(
        service,
        "GetIamPolicy",
        GetIamPolicyRequest.getDefaultInstance(),
        Policy.getDefaultInstance(),
        request -> policies.getOrDefault(request.getResource(), Policy.getDefaultInstance()));
    add(
        service,
        "SetIamPolicy",
        SetIamPolicyRequest.getDefaultInstance(),
        Policy.getDefaultInstance(),
        request -> {
          policies.put(request.getResource(), request.getPolicy());
          return request.getPolicy();
        });
    return service.build();
  }

  /** WHY an empty answer for a missing resource: the service does not refuse either. */
  private TestIamPermissionsResponse test(TestIamPermissionsRequest request) {
    TestIamPermissionsResponse.Builder response = TestIamPermissionsResponse.newBuilder();
    if (exists.test(request.getResource())) {
      response.addAllPermissions(request.getPermissionsList());
    }
    return response.build();
  }

  private static <Q extends Message, R extends Message> void add(
      ServerServiceDefinition.Builder service,
      String name,
      Q request,
      R response,
      Function<Q, R> call) {
    MethodDescriptor<Q, R> method =
        MethodDescriptor.<Q, R>newBuilder()
            .setType(MethodDescriptor.MethodType.UNARY)
            .setFullMethodName(MethodDescriptor.generateFullMethodName(SERVICE, name))
            .setRequestMarshaller(ProtoUtils.marshaller(request))
            .setResponseMarshaller(ProtoUtils.marshaller(response))
            .build();
    service.addMethod(
        method,
        ServerCalls.asyncUnaryCall(
            (asked, client) -> Answers.answer(client, () -> call.apply(asked))));
  }
}
