import type { ScenarioFile } from '#engine/workspace/scenario.ts';

/** What is large and rarely changes; scikit-learn of that version. */
export const heavy = (sklearn: string) => `numpy==2.4.3
pandas==3.0.1
scikit-learn==${sklearn}
torch==2.9.1
`;

/** Everything: the large ones and the others; tqdm of that version. */
export const requirements = (tqdm: string) => `-r requirements-heavy.txt
pyyaml==6.0.3
rich==15.0.0
tqdm==${tqdm}
`;

/** The training, with that many rounds. */
export const train = (rounds: number | string) => `import pandas as pd
import torch
from tqdm import trange

frame = pd.read_parquet("/data/rides.parquet")
inputs = torch.tensor(frame.drop(columns="price").to_numpy())
prices = torch.tensor(frame["price"].to_numpy())
weights = torch.zeros(inputs.shape[1], requires_grad=True)
optimizer = torch.optim.Adam([weights])

for _ in trange(${rounds}):
    optimizer.zero_grad()
    loss = ((inputs @ weights - prices) ** 2).mean()
    loss.backward()
    optimizer.step()

torch.save(weights, "/models/rides.pt")
`;

/** A notebook whose cell was run that many times. */
export const notebook = (runs: number | string) => `{
  "cells": [{ "cell_type": "code", "execution_count": ${runs}, "metadata": {}, "outputs": [], "source": ["frame.describe()"] }],
  "metadata": {},
  "nbformat": 4,
  "nbformat_minor": 5
}
`;

export const context: Readonly<Record<string, ScenarioFile>> = {
  'README.md': { text: '# rides\n\n    docker run -v ./data:/data -v ./models:/models rides\n' },
  'data/notes.txt': { text: 'rides of 2025\n' },
  'data/rides.parquet': { size: 2_000_000_000 },
  'notebooks/explore.ipynb': { text: notebook(3) },
  'notebooks/plots.ipynb': { size: 90_000_000 },
  'requirements-heavy.txt': { text: heavy('1.7.2') },
  'requirements.txt': { text: requirements('4.68.2') },
  'src/train.py': { text: train(2000) },
};
