// Command pulumi-language-nodejs is a small language host for the tests of this project. It lets a `pulumi` command that was
// built from Go modules run Node.js programs and policy packs, as the host that comes with Pulumi's own releases does. It
// installs nothing, knows no packages, and generates no code.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"sync"
	"time"

	"github.com/pulumi/pulumi/sdk/v3"
	"github.com/pulumi/pulumi/sdk/v3/go/common/util/rpcutil"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
	"google.golang.org/grpc"
	"google.golang.org/protobuf/types/known/emptypb"
)

// alreadyReported is the exit code by which the Node.js runner says that it has told the user what went wrong.
const alreadyReported = 32

type host struct {
	pulumirpc.UnimplementedLanguageRuntimeServer
	engine string
}

func (h *host) Handshake(_ context.Context, r *pulumirpc.LanguageHandshakeRequest) (*pulumirpc.LanguageHandshakeResponse, error) {
	h.engine = r.EngineAddress
	return &pulumirpc.LanguageHandshakeResponse{}, nil
}

func (h *host) GetPluginInfo(context.Context, *emptypb.Empty) (*pulumirpc.PluginInfo, error) {
	return &pulumirpc.PluginInfo{Version: "3.255.0"}, nil
}

func (h *host) GetRequiredPackages(context.Context, *pulumirpc.GetRequiredPackagesRequest) (*pulumirpc.GetRequiredPackagesResponse, error) {
	return &pulumirpc.GetRequiredPackagesResponse{}, nil
}

func (h *host) GetRequiredPlugins(context.Context, *pulumirpc.GetRequiredPluginsRequest) (*pulumirpc.GetRequiredPluginsResponse, error) {
	return &pulumirpc.GetRequiredPluginsResponse{}, nil
}

// InstallDependencies does nothing: the tests bring what they need.
func (h *host) InstallDependencies(*pulumirpc.InstallDependenciesRequest, grpc.ServerStreamingServer[pulumirpc.InstallDependenciesResponse]) error {
	return nil
}

// Run runs a program with the runner in its own node_modules.
func (h *host) Run(ctx context.Context, r *pulumirpc.RunRequest) (*pulumirpc.RunResponse, error) {
	dir := r.Info.ProgramDirectory
	runner, err := script(dir, "run")
	if err != nil {
		return nil, err
	}
	args := []string{
		runner, "--monitor", r.MonitorAddress, "--engine", h.engine, "--project", r.Project, "--stack", r.Stack,
		"--root-directory", r.Info.RootDirectory, "--pwd", r.Pwd, "--parallel", strconv.Itoa(int(r.Parallel)),
	}
	if r.DryRun {
		args = append(args, "--dry-run")
	}
	if r.Organization != "" {
		args = append(args, "--organization", r.Organization)
	}
	// Relative to the working directory; "." lets the runner look for the program in package.json.
	args = append(args, r.Info.EntryPoint)

	config, err := object(r.Config)
	if err != nil {
		return nil, err
	}
	secrets := r.ConfigSecretKeys
	if secrets == nil {
		secrets = []string{}
	}
	keys, err := json.Marshal(secrets)
	if err != nil {
		return nil, err
	}
	node := exec.CommandContext(ctx, "node", args...)
	node.Dir = r.Pwd
	node.Env = append(os.Environ(), "PULUMI_CONFIG="+config, "PULUMI_CONFIG_SECRET_KEYS="+string(keys))
	if typescript, given := r.Info.Options.AsMap()["typescript"]; !given || typescript == true {
		node.Env = append(node.Env, "PULUMI_NODEJS_TYPESCRIPT=true")
	}
	node.Stdout, node.Stderr = os.Stdout, os.Stderr

	err = node.Run()
	var exit *exec.ExitError
	switch {
	case err == nil:
		return &pulumirpc.RunResponse{}, nil
	case errors.As(err, &exit) && exit.ExitCode() == alreadyReported:
		return &pulumirpc.RunResponse{Bail: true}, nil
	case errors.As(err, &exit):
		return &pulumirpc.RunResponse{Error: fmt.Sprintf("Program exited with non-zero exit code: %d", exit.ExitCode())}, nil
	default:
		return nil, err
	}
}

// RunPlugin runs a policy pack: the engine first tells the proxy which stack is judged, then the pack is started with that in its environment.
func (h *host) RunPlugin(r *pulumirpc.RunPluginRequest, stream grpc.ServerStreamingServer[pulumirpc.RunPluginResponse]) error {
	ctx := stream.Context()
	dir := r.Info.ProgramDirectory
	runner, err := script(dir, "run-policy-pack")
	if err != nil {
		return err
	}
	answers := &answers{stream: stream}
	proxy, port, err := sdk.NewPolicyProxy(ctx, answers.to(false))
	if err != nil {
		return err
	}
	stack, err := proxy.AwaitConfiguration(ctx)
	if err != nil {
		return err
	}
	pack := exec.CommandContext(ctx, "node", append([]string{runner}, append(r.Args, dir)...)...)
	pack.Dir = dir
	pack.Env = r.Env
	if stack != nil {
		config, err := object(stack.Config)
		if err != nil {
			return err
		}
		pack.Env = append(pack.Env,
			"PULUMI_NODEJS_ORGANIZATION="+stack.Organization, "PULUMI_NODEJS_PROJECT="+stack.Project, "PULUMI_NODEJS_STACK="+stack.Stack,
			"PULUMI_NODEJS_DRY_RUN="+strconv.FormatBool(stack.DryRun), "PULUMI_CONFIG="+config)
	}
	pack.Stdout, pack.Stderr = port, answers.to(true)
	if err := pack.Start(); err != nil {
		return err
	}
	return proxy.Attach(ctx, pack)
}

// script is the path of one of the SDK's commands, found as Node.js finds a module.
func script(dir, name string) (string, error) {
	for at := dir; ; at = filepath.Dir(at) {
		path := filepath.Join(at, "node_modules", "@pulumi", "pulumi", "cmd", name)
		if _, err := os.Stat(path); err == nil {
			return path, nil
		}
		if at == filepath.Dir(at) {
			return "", fmt.Errorf("@pulumi/pulumi is not installed in or above %s", dir)
		}
	}
}

// object is a map as JSON, "{}" where there is none.
func object(values map[string]string) (string, error) {
	if values == nil {
		return "{}", nil
	}
	text, err := json.Marshal(values)
	return string(text), err
}

// answers writes a pack's output to the engine, one message at a time.
type answers struct {
	lock   sync.Mutex
	stream grpc.ServerStreamingServer[pulumirpc.RunPluginResponse]
}

type writer struct {
	*answers
	stderr bool
}

func (a *answers) to(stderr bool) io.Writer { return writer{a, stderr} }

func (w writer) Write(bytes []byte) (int, error) {
	copied := append([]byte(nil), bytes...)
	answer := &pulumirpc.RunPluginResponse{Output: &pulumirpc.RunPluginResponse_Stdout{Stdout: copied}}
	if w.stderr {
		answer.Output = &pulumirpc.RunPluginResponse_Stderr{Stderr: copied}
	}
	w.lock.Lock()
	defer w.lock.Unlock()
	return len(bytes), w.stream.Send(answer)
}

func serve() error {
	flag.Parse()
	h := &host{engine: flag.Arg(0)}
	stop := make(chan bool, 1)
	if h.engine != "" {
		// Nothing stays behind where the engine crashes.
		err := rpcutil.Healthcheck(context.Background(), h.engine, 10*time.Second, func() { stop <- true })
		if err != nil {
			return err
		}
	}
	handle, err := rpcutil.ServeWithOptions(rpcutil.ServeOptions{
		Cancel: stop,
		Init: func(server *grpc.Server) error {
			pulumirpc.RegisterLanguageRuntimeServer(server, h)
			return nil
		},
	})
	if err != nil {
		return err
	}
	fmt.Println(handle.Port)
	return <-handle.Done
}

func main() {
	if err := serve(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
