package main

import (
	"bufio"
	"context"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/cloudwego/gopkg/protocol/ttheader"
)

// vectors asks gopkg, whose TTHeader is Kitex's, what it says of Fastcodec's vectors: the good ones it must read to their end, the hostile ones refuse,
// but for those that it does not check or waits for.
func (c *cases) vectors(folder string) {
	for _, file := range []string{"ttheader.checked.tsv", "ttheader-streaming.checked.tsv"} {
		c.each(filepath.Join(folder, file), func(name string, frame []byte) error {
			param, err := ttheader.DecodeFromBytes(context.Background(), frame)
			if err != nil {
				return err
			}
			return want(param.HeaderLen+param.PayloadLen, nil, len(frame))
		})
	}
	lenient := map[string]bool{"T2-length-inside-header": true, "T3-length-2g": true}
	c.each(filepath.Join(folder, "hostile-ttheader.checked.tsv"), func(name string, frame []byte) error {
		_, err := ttheader.DecodeFromBytes(context.Background(), frame)
		return want(err == nil, nil, lenient[name])
	})
}

func (c *cases) each(path string, body func(name string, frame []byte) error) {
	file, err := os.Open(path)
	must(err)
	defer file.Close()
	for lines := bufio.NewScanner(file); lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "#") {
			continue
		}
		cells := strings.Split(lines.Text(), "\t")
		frame, err := hex.DecodeString(cells[1])
		must(err)
		c.check("vector "+cells[0], func() error { return body(cells[0], frame) })
	}
	fmt.Fprintln(os.Stderr, "read", path)
}
