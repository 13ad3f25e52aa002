#!/usr/bin/python3
"""Golden phone posteriors for tst_phoneposteriors, computed with numpy from the files of the package
pocketsphinx-en-us, independently of the C++ code. Usage: make_phones.py > phones.txt"""
import struct
import numpy as np

MODEL = '/usr/share/pocketsphinx/model/en-us/en-us/'
RATE, WINDOW, HOP, FFT = 16000, 410, 160, 512


def signal():
    """2 s of a buzz with gliding formants and noise, as the test makes it."""
    n = np.arange(2 * RATE)
    t = n / RATE
    noise = ((n.astype(np.uint64) * np.uint64(1103515245) + np.uint64(12345)) % np.uint64(65536)
             ).astype(np.float64) / 32768.0 - 1.0
    x = sum(np.sin(2 * np.pi * 120 * k * t) / k for k in range(1, 30))
    x = 0.1 * x * (1.2 + np.sin(2 * np.pi * 3 * t)) + 0.02 * noise
    return x.astype(np.float32)


def bank():
    mel = lambda f: 2595 * np.log10(1 + f / 700)
    hertz = lambda m: 700 * (10 ** (m / 2595) - 1)
    width = (mel(6800.0) - mel(130.0)) / 26
    step = RATE / FFT
    rows = np.zeros((25, FFT // 2 + 1))
    f = np.arange(FFT // 2 + 1) * step
    for i in range(25):
        a, b, c = (int(hertz(mel(130.0) + j * width) / step + .5) * step for j in (i, i + 1, i + 2))
        rows[i] = np.maximum(0, np.minimum((f - a) / (b - a), (c - f) / (c - b))) * 2 / (c - a)
    return rows


def cepstra(x):
    x = x.astype(np.float64) * 32768
    x = np.concatenate([x[:1] * .03, x[1:] - .97 * x[:-1]])
    n = 1 + (len(x) - WINDOW) // HOP
    frames = x[np.arange(WINDOW)[None] + HOP * np.arange(n)[:, None]] * np.hamming(WINDOW)
    power = np.abs(np.fft.rfft(frames, FFT, axis=1)) ** 2
    logs = np.log(power @ bank().T + 1e-4)
    k = np.arange(13)[:, None]
    dct = np.cos(np.pi * k * (np.arange(25) + .5) / 25) * np.sqrt(np.where(k == 0, 1, 2) / 25)
    return logs @ dct.T * (1 + 11 * np.sin(np.arange(13) * np.pi / 22))


def streams(c):
    c = c - c.mean(0)
    p = np.pad(c, ((3, 3), (0, 0)), 'edge')
    at = lambda k: p[3 + k:3 + k + len(c)]
    return [c, at(2) - at(-2), (at(3) - at(-1)) - (at(1) - at(-3))]


def parameters(name):
    data = open(MODEL + name, 'rb').read()
    at = data.index(b'endhdr\n') + 7 + 4 + 12 + 12
    count = struct.unpack('<i', data[at:at + 4])[0]
    return np.frombuffer(data[at + 4:at + 4 + 4 * count], np.float32).reshape(42, 3, 128, 13)


def mixtures():
    data = open(MODEL + 'sendump', 'rb').read()
    at = 0
    while True:
        length = struct.unpack('<i', data[at:at + 4])[0]
        at += 4
        if length == 0:
            break
        at += length
    _, senones = struct.unpack('<2i', data[at:at + 8])
    raw = np.frombuffer(data[at + 8:at + 8 + 3 * 128 * senones], np.uint8).reshape(3, 128, senones)
    return np.exp(-raw[:, :, :126].astype(np.float64) * 1024 * np.log(1.0001)).reshape(3, 128, 42, 3)


def posteriors(x):
    mean, variance = parameters('means').astype(np.float64), parameters('variances').astype(np.float64)
    variance = np.maximum(variance, 1e-4)
    weight = mixtures()
    score = 0
    for f, values in enumerate(streams(cepstra(x))):
        d = values[:, None, None, :] - mean[None, :, f]
        g = -.5 * (np.log(2 * np.pi * variance[:, f]).sum(-1) + (d ** 2 / variance[None, :, f]).sum(-1))
        top = g.max(2, keepdims=True)
        score = score + np.log(np.einsum('npd,dps->nps', np.exp(g - top), weight[f]) + 1e-30) + top
    flat = .2 * score.reshape(len(score), -1)
    q = np.exp(flat - flat.max(1, keepdims=True))
    q = (q / q.sum(1, keepdims=True)).reshape(score.shape).sum(2)
    row = np.arange(len(q) + 1)
    before, behind = (np.clip(row - k, 0, len(q) - 1) for k in (2, 1))
    return .28 * q[before] + .72 * q[behind]


if __name__ == '__main__':
    for r in posteriors(signal())[::20]:
        print(' '.join('%.6f' % v for v in r))
