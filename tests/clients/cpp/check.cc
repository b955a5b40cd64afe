// Calls a running RailOps server with Debian's C++ gRPC, as any C++ program would, without generated code: bytes in, bytes out.
// Usage: check TARGET. Runs all checks, prints one line each, ends with 1 if any failed.
// Build: c++ -std=c++17 -o check check.cc $(pkg-config --cflags --libs grpc++)   (Debian: libgrpc++-dev, pkg-config)
#include <chrono>
#include <functional>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/grpcpp.h>

namespace {

const std::string kProbe = "/railops.probe.v1.ProbeService/";

grpc::ByteBuffer Buffer(const std::string& bytes) {
  grpc::Slice slice(bytes);
  return grpc::ByteBuffer(&slice, 1);
}

std::string Bytes(const grpc::ByteBuffer& buffer) {
  std::vector<grpc::Slice> slices;
  std::string bytes;
  if (!buffer.Dump(&slices).ok()) return bytes;
  for (const auto& slice : slices) bytes.append(reinterpret_cast<const char*>(slice.begin()), slice.size());
  return bytes;
}

// A field of wire type 2 (text or bytes) or 0 (number); see the encoding of Protocol Buffers.
std::string Varint(unsigned long long value) {
  std::string bytes;
  for (; value > 127; value >>= 7) bytes.push_back(static_cast<char>(value | 128));
  bytes.push_back(static_cast<char>(value));
  return bytes;
}

std::string TextField(int number, const std::string& text) { return Varint(number << 3 | 2) + Varint(text.size()) + text; }

std::string NumberField(int number, unsigned long long value) { return Varint(number << 3) + Varint(value); }

void Expect(bool holds, const std::string& what) {
  if (!holds) throw std::runtime_error(what);
}

// One call at a time over the asynchronous generic stub: the only way to call without generated code.
class Call {
 public:
  Call(grpc::GenericStub& stub, const std::string& method, std::chrono::milliseconds timeout = std::chrono::seconds(20)) {
    context_.set_deadline(std::chrono::system_clock::now() + timeout);
    stream_ = stub.PrepareCall(&context_, method, &queue_);
    stream_->StartCall(this);
    Expect(Next(), "the call did not start");
  }

  ~Call() { queue_.Shutdown(); }

  void Write(const std::string& message) {
    stream_->Write(Buffer(message), this);
    Expect(Next(), "a message was not taken");
  }

  void WritesDone() {
    stream_->WritesDone(this);
    Next();
  }

  bool Read(std::string* message) {
    grpc::ByteBuffer buffer;
    stream_->Read(&buffer, this);
    if (!Next()) return false;
    *message = Bytes(buffer);
    return true;
  }

  void Cancel() { context_.TryCancel(); }

  grpc::Status Finish() {
    grpc::Status status;
    stream_->Finish(&status, this);
    Next();
    return status;
  }

 private:
  bool Next() {
    void* tag = nullptr;
    bool holds = false;
    return queue_.Next(&tag, &holds) && holds;
  }

  grpc::ClientContext context_;
  grpc::CompletionQueue queue_;
  std::unique_ptr<grpc::GenericClientAsyncReaderWriter> stream_;
};

std::pair<grpc::Status, std::vector<std::string>> Ask(Call& call, const std::vector<std::string>& requests) {
  for (const auto& request : requests) call.Write(request);
  call.WritesDone();
  std::vector<std::string> answers;
  for (std::string answer; call.Read(&answer);) answers.push_back(answer);
  return {call.Finish(), answers};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "Usage: check TARGET\n";
    return 2;
  }
  auto channel = grpc::CreateChannel(argv[1], grpc::InsecureChannelCredentials());
  grpc::GenericStub stub(channel);

  const std::vector<std::pair<std::string, std::function<void()>>> checks = {
      {"a text comes back",
       [&] {
         Call call(stub, kProbe + "Echo");
         const auto [status, answers] = Ask(call, {TextField(1, "Slyudyanka")});
         Expect(status.ok() && answers.size() == 1 && answers[0].rfind(TextField(1, "Slyudyanka"), 0) == 0, status.error_message());
       }},
      {"a payload of 3.9 MB comes back",
       [&] {
         const std::string payload(3900000, 'x');
         Call call(stub, kProbe + "Echo");
         const auto [status, answers] = Ask(call, {TextField(2, payload)});
         Expect(status.ok() && answers.size() == 1 && answers[0].find(payload) != std::string::npos, status.error_message());
       }},
      {"sixteen codes arrive with text",
       [&] {
         for (int code = 1; code <= 16; code++) {
           Call call(stub, kProbe + "Fail");
           const auto status = Ask(call, {NumberField(1, code) + TextField(2, "50 % is gone")}).first;
           Expect(status.error_code() == code && status.error_message() == "50 % is gone", status.error_message());
         }
       }},
      {"a stream of a thousand messages arrives",
       [&] {
         Call call(stub, kProbe + "Count");
         const auto [status, answers] = Ask(call, {NumberField(1, 1000)});
         Expect(status.ok() && answers.size() == 1000 && answers[999] == NumberField(1, 999), status.error_message());
       }},
      {"a client stream is read to its end",
       [&] {
         std::vector<std::string> numbers;
         for (int value = 0; value < 1000; value++) numbers.push_back(NumberField(1, value));
         Call call(stub, kProbe + "Sum");
         const auto [status, answers] = Ask(call, numbers);
         Expect(status.ok() && answers.size() == 1 && answers[0] == NumberField(1, 499500), status.error_message());
       }},
      {"both sides can take turns",
       [&] {
         Call call(stub, kProbe + "Chat");
         for (int turn = 0; turn < 100; turn++) {
           const auto text = TextField(1, "turn " + std::to_string(turn));
           call.Write(text);
           std::string answer;
           Expect(call.Read(&answer) && answer == text, "turn " + std::to_string(turn));
         }
         call.WritesDone();
         Expect(call.Finish().ok(), "the conversation failed");
       }},
      {"a deadline ends a call",
       [&] {
         Call call(stub, kProbe + "Wait", std::chrono::milliseconds(200));
         Expect(Ask(call, {TextField(1, "cpp-deadline")}).first.error_code() == grpc::StatusCode::DEADLINE_EXCEEDED, "not at its deadline");
       }},
      {"a cancelled stream ends and the connection goes on",
       [&] {
         Call call(stub, kProbe + "Count");
         call.Write(TextField(3, "cpp-cancel"));
         call.WritesDone();
         std::string first;
         Expect(call.Read(&first), "nothing arrived");
         call.Cancel();
         while (call.Read(&first)) {
         }
         Expect(call.Finish().error_code() == grpc::StatusCode::CANCELLED, "not cancelled");
         Call next(stub, kProbe + "Echo");
         Expect(Ask(next, {""}).first.ok(), "the next call failed");
       }},
      {"unknown methods are unimplemented",
       [&] {
         Call call(stub, kProbe + "Missing");
         Expect(Ask(call, {""}).first.error_code() == grpc::StatusCode::UNIMPLEMENTED, "not unimplemented");
       }},
      {"health answers",
       [&] {
         Call call(stub, "/grpc.health.v1.Health/Check");
         const auto [status, answers] = Ask(call, {""});
         Expect(status.ok() && answers.size() == 1 && answers[0] == NumberField(1, 1), status.error_message());
       }},
  };

  int failed = 0;
  for (const auto& [name, run] : checks) {
    try {
      run();
      std::cout << "ok " << name << std::endl;
    } catch (const std::exception& fault) {
      failed++;
      std::cout << "FAILED " << name << ": " << fault.what() << std::endl;
    }
  }
  std::cout << checks.size() - failed << " of " << checks.size() << " checks passed with gRPC C++ " << grpc::Version() << std::endl;
  return failed == 0 ? 0 : 1;
}
